"""Start the intake assistant."""

import sys

from intake_assistant import proces

# Before anything else: until then other programs of this user can read the environment, with a passphrase.
proces.harden()

try:
    from intake_assistant.app import main

    sys.exit(main())
except KeyboardInterrupt:
    # Ctrl+C before the command or the window could take it.
    sys.exit(130)
