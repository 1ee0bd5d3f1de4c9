"""The access log holds codes alone, and each of them has its words."""

import ast
import re

from intake_assistant.texts import SOURCE, keys
from tests.architecture.source import calls, python_files

CODE = re.compile(r"[a-z_]+( [a-z0-9]+)?")


def test_what_is_logged_is_a_code_and_every_code_has_its_words() -> None:
    """No name, no value, no path comes into the log: what is noted stands in the source, or is a constant."""
    known = keys(SOURCE, "instellingen")
    for file in python_files("intake_assistant"):
        for call in calls(file, "log_access"):
            if isinstance(call.args[0], ast.Constant):
                code = str(call.args[0].value)
                assert CODE.fullmatch(code), code
                assert f"instellingen.logboek.toegang.{code}" in known, code
            else:
                # A constant of the module, also with a laptop and a count; or the count of wrong passphrases.
                said = call.args[0].values[0] if isinstance(call.args[0], ast.JoinedStr) else call.args[0]
                said = said.value if isinstance(said, ast.FormattedValue) else said
                assert isinstance(said, ast.Name | ast.IfExp), ast.dump(call)
