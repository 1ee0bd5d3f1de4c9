"""What the team lead takes along: a workbook and a report."""
