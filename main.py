"""Start the intake assistant."""

import sys

from intake_assistant.app import main

sys.exit(main())
