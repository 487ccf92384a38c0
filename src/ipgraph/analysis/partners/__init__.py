"""Who fits whom: the seeker and what it needs, candidates by role, reasons, and what moves a rank."""
