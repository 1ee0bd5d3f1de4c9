"""Nothing is imported that connects to another computer (design 5; tests/test_netwerk.py takes it away)."""

import ast

from tests.architecture.source import calls, nodes, python_files

_NETWORK = {
    "socket", "socketserver", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "poplib",
    "imaplib", "telnetlib", "xmlrpc", "webbrowser", "asyncio", "requests", "httpx", "urllib3",
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
}  # fmt: skip

# Asks whether the bus of the desktop is there: a file on this computer.
_INSIDE = ("bus.py",)


def test_no_module_imports_what_connects() -> None:
    found = []
    for file in python_files("intake_assistant"):
        for node in nodes(file):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
            else:
                continue
            found += [f"{file.name}: {name}" for name in names if _connects(name)]
    assert found == [f"{name}: socket" for name in _INSIDE]


def test_a_socket_of_ours_stays_inside_this_computer() -> None:
    for file in (file for file in python_files("intake_assistant") if file.name in _INSIDE):
        made = [ast.unparse(call.args[0]) for call in calls(file, "socket")]
        assert made == ["socket.AF_UNIX"]


def _connects(name: str) -> bool:
    return any(name == bad or name.startswith(f"{bad}.") for bad in _NETWORK)
