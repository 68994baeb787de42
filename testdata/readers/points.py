"""Says in one line what a form scored: the unit, the total, each criterion's points, and the kinds of errors."""
import json
import sys

text = sys.stdin.read()
if not text.strip():
    print("not scored")
    sys.exit()
record = json.loads(text.splitlines()[0])
leaves = [c["number"] + "=" + str(c["self"]["points"]) for c in record["criteria"]]
errors = sorted({p["code"] for p in record["problems"] if p["severity"] == "error"})
print(record["unit"]["name"], record["self"] and record["self"]["points"], " ".join(leaves), " ".join(errors))
