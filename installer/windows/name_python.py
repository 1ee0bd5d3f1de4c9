"""Name Python in what the program is made of: the listing knows what Python imports, not Python itself.

python name_python.py SBOM PYTHON     PYTHON: the folder
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any


def component(python: Path) -> dict[str, Any]:
    """Python as CycloneDX has it; its version is what the signature says."""
    (library,) = python.glob("python3??.dll")
    content = library.read_bytes()
    (version,) = set(re.findall(rb"Release_v(\d+\.\d+\.\d+)", content.replace(b"\0", b"")))
    named = version.decode()
    return {
        "bom-ref": f"cpython=={named}",
        "type": "library",
        "name": "cpython",
        "version": named,
        "purl": f"pkg:generic/python@{named}",
        "description": "Python for Windows, with the libraries that python/LICENSE.txt names",
        "licenses": [{"license": {"id": "PSF-2.0"}}],
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}],
    }


def name_python(sbom: Path, python: Path) -> None:
    """Add it to the listing."""
    listing = json.loads(sbom.read_text("utf-8"))
    listing["components"].append(component(python))
    sbom.write_text(json.dumps(listing, indent=2), encoding="utf-8")


if __name__ == "__main__":
    name_python(Path(sys.argv[1]), Path(sys.argv[2]))
