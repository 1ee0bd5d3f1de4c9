"""Only safefile writes a file; everything else asks it to."""

import ast

from tests.architecture.source import PACKAGE, called_name, nodes, place, python_files

# Who may open something for writing besides safefile, and why.
ALLOWED = {
    "safefile.py": {"open", "replace", "link", "mkstemp", "copyfile"},
    # The lock is a file that stays open; its content means nothing.
    "storage/engine/lock.py": {"open"},
    # A developer makes the template that the package carries; no file of a user is touched.
    "documents/make_template.py": {"write_bytes"},
}
METHODS = {"write_text", "touch", "rename", "symlink_to", "hardlink_to"}
OF_OS = {"open", "fdopen", "rename", "replace", "link", "symlink", "truncate"}
OF_MODULES = {
    "os": OF_OS,
    "shutil": {"copy", "copy2", "copyfile", "move", "copytree"},
    "tempfile": {"mkstemp"},
}


def writes(call: ast.Call) -> bool:
    name = called_name(call)
    match call.func:
        case ast.Attribute(value=ast.Name(id=module)) if module in OF_MODULES:
            return name in OF_MODULES[module]
        case ast.Attribute(value=ast.Name(id="safefile")):
            return False
        case ast.Attribute(attr="open"):
            return _opens_for_writing(call, 0)
        case ast.Name(id="open"):
            return _opens_for_writing(call, 1)
        case ast.Attribute(attr="write_bytes"):
            return True
        case ast.Attribute():
            return name in METHODS
        case _:
            return False


def _opens_for_writing(call: ast.Call, position: int) -> bool:
    modes = call.args[position : position + 1] + [word.value for word in call.keywords if word.arg == "mode"]
    return any(isinstance(mode, ast.Constant) and set(str(mode.value)) & set("wax+") for mode in modes)


def test_no_other_module_opens_a_file_for_writing() -> None:
    found = [
        f"{place(file, node)} {called_name(node)}"
        for file in python_files("intake_assistant")
        for node in nodes(file)
        if isinstance(node, ast.Call) and writes(node)
        if called_name(node) not in ALLOWED.get(file.relative_to(PACKAGE).as_posix(), set())
    ]
    assert not found


def test_the_check_sees_what_it_should() -> None:
    bad = ["open('x', 'w')", "open('x', mode='ab')", "p.open('x')", "p.write_text('')", "p.write_bytes(b'')"]
    bad += ["os.open('x', 1)", "os.replace('a', 'b')", "shutil.copy('a', 'b')", "p.rename('b')"]
    good = [
        "open('x')",
        "p.open('rb')",
        "safefile.write_bytes(p, b'')",
        "write_bytes(p, b'')",
        "s.replace('a', 'b')",
    ]
    for source in bad:
        assert any(writes(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)), source
    for source in good:
        assert not any(writes(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)), (
            source
        )
