#!/usr/bin/env python3
"""Tests of the program from the outside: its process, its files, its sockets.

    python Tests/Process/run.py --binary PATH [--full] [--only NAME ...]

Python 3.9 and its standard library are enough. `--full`, or SAMVERKA_FULL=1, runs the long form of each test. `--only` takes the
name of a file (kills) or of a test (kills.survives). The exit code is 0 when nothing failed.
"""
import argparse
import importlib
import inspect
import os
import sys
import traceback

from bench import Bench, Failure, Skipped

MODULES = ["start", "commands", "users", "requests", "alterations", "kills", "editors", "rounds", "disk", "kolada"]


def tests_of(name):
    """The tests of a file, in the order they are written."""
    module = importlib.import_module(name)
    found = [value for key, value in vars(module).items() if key.startswith("test_") and inspect.isfunction(value)]
    return sorted(found, key=lambda test: test.__code__.co_firstlineno)


def chosen(only):
    for module in MODULES:
        if only and not any(name.split(".")[0] == module for name in only):
            continue
        for test in tests_of(module):
            name = f"{module}.{test.__name__[len('test_'):]}"
            if not only or module in only or name in only:
                yield name, test


def main():
    parser = argparse.ArgumentParser(description="Tests of the program from the outside.")
    parser.add_argument("--binary", required=True, help="the program that is tested")
    parser.add_argument("--full", action="store_true", help="the long form of each test")
    parser.add_argument("--only", action="append", metavar="NAME", help="only this file or test")
    parser.add_argument("--seed", type=int, default=20261123, help="for everything that is drawn at random")
    arguments = parser.parse_args()
    full = arguments.full or os.environ.get("SAMVERKA_FULL") == "1"
    binary = os.path.abspath(arguments.binary)
    if not os.access(binary, os.X_OK):
        sys.exit(f"no program at {binary}")
    print(f"{binary}, {'full' if full else 'short'} form, seed {arguments.seed}", flush=True)
    passed, failed, skipped = 0, 0, 0
    for name, test in chosen(arguments.only):
        bench = Bench(name, binary, full, arguments.seed)
        try:
            with bench:
                test(bench)
            passed += 1
            print(f"ok      {name}: {summary(test)}", flush=True)
        except Skipped as reason:
            skipped += 1
            print(f"HOPPAS ÖVER: {name}: {reason}", flush=True)
        except Failure as failure:
            failed += 1
            print(f"FAILED  {name}: {summary(test)}\n{indented(str(failure))}", flush=True)
        except Exception:
            failed += 1
            print(f"FAILED  {name}: {summary(test)}\n{indented(traceback.format_exc())}", flush=True)
    if passed + failed + skipped == 0:
        sys.exit("no test has such a name")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    sys.exit(1 if failed else 0)


def summary(test):
    return " ".join((test.__doc__ or "").split())


def indented(text):
    return "\n".join("        " + line for line in text.rstrip().splitlines())


if __name__ == "__main__":
    main()
