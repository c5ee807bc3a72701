"""Measures Tieout beside what people would use instead, and writes the table of docs/PERFORMANCE.md.

`make bench`, or `make bench QUICK=1` for a smaller one. Nothing here is needed by the product.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time

import generate

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
WORK = os.path.join(ROOT, ".build", "bench")
ASIDE = os.path.join(WORK, "aside")
VENV = os.path.join(ROOT, ".build", "bench-venv")
PYTHON = os.path.join(VENV, "bin", "python")
TIEOUT = os.path.join(ROOT, ".build", "release", "tieout")


class Run:
    """One command's times and its greatest memory."""

    def __init__(self):
        self.times = []
        self.memory = 0

    def once(self, command, before=None, allowed=(0, 1)):
        if before:
            before()
        start = time.perf_counter()
        with open(os.path.join(WORK, "out.txt"), "wb") as out:
            process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, cwd=ROOT)
            _, status, usage = os.wait4(process.pid, 0)
        self.times.append(time.perf_counter() - start)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.memory = max(self.memory, usage.ru_maxrss)
        if process.returncode not in allowed:
            with open(os.path.join(WORK, "out.txt"), errors="replace") as out:
                sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{out.read()[:2000]}")

    @property
    def median(self):
        return statistics.median(self.times)

    @property
    def spread(self):
        return (max(self.times) - min(self.times)) / self.median

    def __str__(self):
        return f"{self.median:.3f} s, {self.memory / 1024:.0f} MB, ±{self.spread * 50:.0f} %"


def in_turn(rounds, **commands):
    """Runs the commands one after the other, so many times, and gives each one's figures."""
    runs = {name: Run() for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            if isinstance(command, tuple):
                runs[name].once(command[0], command[1])
            else:
                runs[name].once(command)
    return runs


def data(name, make):
    """A folder of inputs, made once."""
    folder = os.path.join(WORK, name)
    mark = folder + ".made"
    stamp = str(os.path.getmtime(os.path.join(HERE, "generate.py")))
    if not (os.path.exists(mark) and open(mark).read() == stamp):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        print(f"making {name}", file=sys.stderr)
        make(folder)
        with open(mark, "w") as file:
            file.write(stamp)
    return folder


def peers():
    if not os.path.exists(PYTHON):
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([os.path.join(VENV, "bin", "pip"), "-q", "install", "polars", "duckdb", "pandas"], check=True)
    scan = os.path.join(WORK, "scan")
    subprocess.run(["cc", "-O2", "-fno-tree-vectorize", "-o", scan, os.path.join(HERE, "scan.c")], check=True)
    return scan


def peer(name, *words):
    return [PYTHON, os.path.join(HERE, "peers.py"), name, *words]


def report(inputs, reports):
    return [TIEOUT, "report", "--quiet", "--inputs", inputs, "--reports", reports]


def journal(reports, path):
    """The figures of a run as hledger reads them: each at its last day, against one account."""
    import csv

    with open(path, "w") as out:
        for group in sorted(os.listdir(reports)):
            facts = os.path.join(reports, group, "data", "facts.csv")
            if not os.path.exists(facts):
                continue
            for row in csv.DictReader(open(facts)):
                kind = "revenues" if row["start"] else "assets"
                out.write(f"{row['end']} {row['item']}\n    {kind}:{row['item']}  {row['value']} {row['currency'] or 'X'}\n    equity\n\n")


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    memory = next(int(line.split()[1]) for line in open("/proc/meminfo") if line.startswith("MemTotal")) // (1 << 20)
    return f"{model}, {os.cpu_count()} cores, {memory} GB of memory, Linux {platform.release().split('-')[0]}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="a tenth of the data, three rounds")
    parser.add_argument("--only", default="", help="names of workloads, such as W1,W5")
    words = parser.parse_args()
    rounds = 3 if words.quick else 5
    entities, statements = (100, 200) if words.quick else (1000, 2000)
    wanted = [name for name in words.only.split(",") if name]
    os.makedirs(WORK, exist_ok=True)
    scan = peers()
    rows = []

    def row(name, what, tieout, others, goal, reached):
        rows.append((name, what, str(tieout), others, goal, "yes" if reached else "**no**"))
        print(f"{name}: {what}: {tieout}; {others}; {goal}: {reached}", file=sys.stderr)

    def wants(name):
        return not wanted or name in wanted

    reports = os.path.join(WORK, "reports")

    pages = os.path.join(WORK, "pages")

    def no_reports():
        set_aside(reports)

    def no_pages():
        set_aside(pages)

    if wants("W1") or wants("W5"):
        clean = data(f"w1-{entities}", lambda folder: generate.write_ledger(folder, entities))
        size = os.path.getsize(clean + "/ledger.csv") / 1e6
    if wants("W1"):
        runs = in_turn(
            rounds, tieout=[TIEOUT, "check", "--inputs", clean], polars=peer("polars-cut", clean), duckdb=peer("duckdb-direct", clean),
            scan=[scan, clean + "/ledger.csv"])
        tieout, fastest = runs["tieout"], min(runs["polars"].median, runs["duckdb"].median)
        row(
            "W1 bulk", f"`check` over a ledger of {entities * 7200:,} rows, {size:.0f} MB", tieout,
            f"Polars {runs['polars']}; DuckDB {runs['duckdb']}; C loop {runs['scan']}",
            f"≤ 0.5 of the faster: {tieout.median / fastest:.2f}; ≤ 2.5 of the loop: {tieout.median / runs['scan'].median:.2f}",
            tieout.median <= fastest / 2 and tieout.median <= 2.5 * runs["scan"].median)
    if wants("W2") or wants("W7"):
        many = data(f"w2-{statements}", lambda folder: generate.write_statements(folder, statements))
    if wants("W2"):
        runs = in_turn(rounds, tieout=(report(many, reports), no_reports), pandas=(peer("pandas", many, pages), no_pages))
        clear_aside()
        tieout = runs["tieout"]
        row(
            "W2 many", f"`report` over {statements:,} statements, as many pages", tieout, f"pandas {runs['pandas']}",
            f"≤ 0.1 of pandas: {tieout.median / runs['pandas'].median:.2f}; < 2 s",
            tieout.median <= runs["pandas"].median / 10 and tieout.median < 2)
    if wants("W3"):
        subprocess.run(["make"], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        threads = ["-Xswiftc", "-num-threads", "-Xswiftc", str(os.cpu_count())]
        build = ["swift", "build", "-c", "release", "--product", "tieout", "--static-swift-stdlib", *threads]
        runs = in_turn(rounds, tieout=["make"], swift=build)
        row(
            "W3 nothing to do", "`make` again", runs["tieout"], f"swift build {runs['swift']}", "< 0.1 s", runs["tieout"].median < 0.1)
    if wants("W4"):
        inputs = os.path.join(ROOT, "Inputs")
        no_reports()
        subprocess.run(report(inputs, reports), cwd=ROOT)
        book = os.path.join(WORK, "figures.journal")
        journal(reports, book)
        runs = in_turn(
            rounds, tieout=(report(inputs, reports), no_reports), bs=["hledger", "-f", book, "bs"], incomes=["hledger", "-f", book, "is"])
        row(
            "W4 small", "`report` on `Inputs/`, cold", runs["tieout"], f"hledger bs {runs['bs']}; is {runs['incomes']}", "< 0.05 s",
            runs["tieout"].median < 0.05)
    if wants("W5"):
        dirty = data(f"w5-{entities}", lambda folder: generate.write_ledger(folder, entities, bad_every=100))
        runs = in_turn(rounds, tieout=[TIEOUT, "check", "--inputs", dirty], clean=[TIEOUT, "check", "--inputs", clean])
        row(
            "W5 dirty", "W1 with a bad cell in every hundredth row", runs["tieout"], f"W1 {runs['clean']}",
            f"≤ 2 × W1: {runs['tieout'].median / runs['clean'].median:.2f}", runs["tieout"].median <= 2 * runs["clean"].median)
    if wants("W6"):
        sizes = [200, 800, 3200]
        folders = [
            data(f"w1-{entities}" if accounts == 200 else f"w6-{entities}-{accounts}", lambda folder, accounts=accounts: generate.write_ledger(folder, entities, accounts))
            for accounts in sizes
        ]
        commands = {f"n{size}": [TIEOUT, "check", "--inputs", folder] for size, folder in zip(sizes, folders)}
        for size, folder in list(zip(sizes, folders))[1:]:
            commands |= {f"polars{size}": peer("polars-cut", folder), f"duckdb{size}": peer("duckdb-direct", folder)}
        runs = in_turn(rounds, **commands)
        first, second, third = (runs[f"n{size}"] for size in sizes)
        line = first.median + (third.median - first.median) * 3 / 15
        bent = second.median / line - 1
        row(
            "W6 growth", f"W1 with 200, 800 and 3,200 accounts: 1, 4 and 16 times the rows, {os.path.getsize(folders[2] + '/ledger.csv') / 1e9:.1f} GB", third,
            f"Polars {runs['polars3200']}; DuckDB {runs['duckdb3200']}; 4 times: {second}, Polars {runs['polars800']}, DuckDB {runs['duckdb800']}; W1: {first}",
            f"linear within 15 %: 4 times is {bent * 100:+.0f} % off the line between the others; memory flat: {third.memory / first.memory:.2f}",
            abs(bent) <= 0.15 and third.memory <= 1.15 * first.memory)
    if wants("W7"):
        changed = data(f"w7-{statements}", lambda folder: generate.write_statements(folder, statements))
        no_reports()
        subprocess.run(report(changed, reports), cwd=ROOT)
        before = {path: os.stat(path).st_mtime_ns for path in pages_in(reports)}
        target = os.path.join(changed, "statement-0007.csv")
        text = open(target).read()
        with open(target, "w") as file:
            file.write(text.replace("Other income,", "Other income (rents),", 1))
        run = Run()
        run.once(report(changed, reports))
        after = {path: os.stat(path).st_mtime_ns for path in pages_in(reports)}
        rewritten = [path for path in after if before.get(path) != after[path]]
        with open(target, "w") as file:
            file.write(text)
        row(
            "W7 one new file", "W2 with one file changed", run, f"{len(after):,} pages of entities", f"pages rewritten: {len(rewritten)}",
            len(rewritten) == 1)
    if not wanted and not words.quick:
        publish(rows)
    clear_aside()
    print(table(rows))


def set_aside(folder):
    """Out of the way, to be deleted later: ext4 goes around what was deleted within five seconds, file by file, where new ones are made."""
    if os.path.exists(folder):
        os.makedirs(ASIDE, exist_ok=True)
        os.rename(folder, os.path.join(ASIDE, str(len(os.listdir(ASIDE)))))


def clear_aside():
    if os.path.exists(ASIDE):
        shutil.rmtree(ASIDE)
        time.sleep(6)


def pages_in(reports):
    return [os.path.join(folder, name) for folder, _, names in os.walk(reports) if folder.endswith("/entities") for name in names]


def table(rows):
    lines = ["| workload | what | Tieout | beside | to reach | reached |", "|---|---|---|---|---|---|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def publish(rows):
    """Puts the table and the machine where docs/PERFORMANCE.md has its marks."""
    path = os.path.join(ROOT, "docs", "PERFORMANCE.md")
    text = open(path).read()
    begin, end = "<!-- bench -->", "<!-- /bench -->"
    head, rest = text.split(begin)
    tail = rest.split(end)[1]
    versions = subprocess.run(
        [PYTHON, "-c", "import polars, duckdb, pandas; print(f'Polars {polars.__version__}, DuckDB {duckdb.__version__}, pandas {pandas.__version__}')"],
        capture_output=True, text=True, check=True).stdout.strip()
    body = f"{begin}\n\nMeasured on {machine()}; {versions}. Medians of five runs in turn, with the greatest memory and half the spread.\n\n"
    with open(path, "w") as file:
        file.write(head + body + table(rows) + "\n\n" + end + tail)


if __name__ == "__main__":
    main()
