"""What the checks found, and how many of them passed."""

import threading


class Report:
    def __init__(self):
        self.lock = threading.Lock()
        self.passed = 0
        self.failed = 0
        self.problems = {}
        self.remarks = {}

    def add(self, check, place, problems):
        """Counts one check at one place; `problems` is empty when all is well."""
        with self.lock:
            if problems:
                self.failed += 1
            else:
                self.passed += 1
            for problem in problems:
                self.problems.setdefault((check, problem), []).append(place)

    def remark(self, check, place, remarks):
        """Keeps what a person should look at, but what no rule forbids."""
        with self.lock:
            for remark in remarks:
                self.remarks.setdefault((check, remark), []).append(place)

    def show(self):
        _show("Anmärkningar, som inte fäller", self.remarks)
        _show("Fel", self.problems)
        print(f"\n{self.passed} passed, {self.failed} failed")


def _show(heading, findings):
    if not findings:
        return
    print(f"\n{heading}:")
    for (check, finding), places in findings.items():
        places = list(dict.fromkeys(places))
        print(f"  [{check}] {finding}")
        print("      på " + ", ".join(places[:4]) + (f" och {len(places) - 4} ställen till" if len(places) > 4 else ""))
