"""The beschikking: concept, checklist, vaststellen, besluit."""
