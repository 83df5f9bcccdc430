"""The compliance rules that are shipped."""

from bankrm.adapters.system.compliance_rules import load_rules
from bankrm.adapters.system.resources import Resources
from bankrm.drafting.compliance.examination import Examination

RULES = load_rules(Resources.locate())
EXAMINATION = Examination(RULES)
