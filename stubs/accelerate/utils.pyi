from enum import Enum

class CustomDtype(Enum):
    INT4 = "int4"
