"""What people would use instead, each doing the work of one workload; run as `peers.py NAME INPUTS OUT`."""

import os
import sys

THREADS = "2"
os.environ["POLARS_MAX_THREADS"] = THREADS


def ranges(path):
    """The mapping as rows of low, high, item."""
    with open(path) as file:
        next(file)
        for line in file:
            codes, item = line.rstrip("\n").split(",")
            low, high = codes.split("-")
            yield int(low), int(high), item


def polars_ledger(folder):
    """Reads the ledger, joins the mapping, sums by entity, month and item, and lists what does not come to nil."""
    import polars as pl

    mapping = pl.DataFrame(list(ranges(folder + "/accounts.csv")), schema=["low", "high", "item"], orient="row").lazy()
    ledger = pl.scan_csv(folder + "/ledger.csv", schema_overrides={"amount": pl.Decimal(18, 2)})
    rows = ledger.join(
        pl.scan_csv(folder + "/ledger.csv").select("account").unique().join_where(
            mapping, pl.col("account") >= pl.col("low"), pl.col("account") <= pl.col("high")),
        on="account")
    sums = rows.group_by("entity", "date", "item").agg(pl.col("amount").sum()).collect(engine="streaming")
    broken = sums.group_by("entity", "date").agg(pl.col("amount").sum()).filter(pl.col("amount") != 0).sort("entity", "date")
    return len(sums), len(broken)


def polars_one_scan(folder):
    """The same with one scan: codes are cut into the ranges, which is quicker, and no join."""
    import polars as pl

    mapping = sorted(ranges(folder + "/accounts.csv"))
    breaks = [low - 1 for low, _, _ in mapping[1:]]
    ledger = pl.scan_csv(folder + "/ledger.csv", schema_overrides={"amount": pl.Decimal(18, 2)})
    rows = ledger.with_columns(pl.col("account").cut(breaks, labels=[item for _, _, item in mapping]).alias("item"))
    sums = rows.group_by("entity", "date", "item").agg(pl.col("amount").sum()).collect(engine="streaming")
    broken = sums.group_by("entity", "date").agg(pl.col("amount").sum()).filter(pl.col("amount") != 0).sort("entity", "date")
    return len(sums), len(broken)


def duckdb_ledger(folder):
    import duckdb

    base = duckdb.connect(config={"threads": THREADS})
    base.execute("create table mapping(low integer, high integer, item varchar)")
    base.executemany("insert into mapping values (?, ?, ?)", list(ranges(folder + "/accounts.csv")))
    base.execute(
        f"""create table sums as
        with rows as (
          select entity, date, account, sum(amount) as amount
          from read_csv('{folder}/ledger.csv', header = true, columns = {{
            'entity': 'varchar', 'date': 'date', 'account': 'integer', 'account name': 'varchar', 'amount': 'decimal(18,2)',
            'currency': 'varchar', 'note': 'varchar'}})
          group by all)
        select entity, date, item, sum(amount) as amount from rows join mapping on account between low and high group by all""")
    broken = base.execute("select entity, date, sum(amount) from sums group by all having sum(amount) <> 0 order by all").fetchall()
    return base.execute("select count(*) from sums").fetchone()[0], len(broken)


def duckdb_direct(folder):
    """The same without adding up by account first."""
    import duckdb

    base = duckdb.connect(config={"threads": THREADS})
    base.execute("create table mapping(low integer, high integer, item varchar)")
    base.executemany("insert into mapping values (?, ?, ?)", list(ranges(folder + "/accounts.csv")))
    base.execute(
        f"""create table sums as
        select entity, date, item, sum(amount) as amount
        from read_csv('{folder}/ledger.csv', header = true, columns = {{
            'entity': 'varchar', 'date': 'date', 'account': 'integer', 'account name': 'varchar', 'amount': 'decimal(18,2)',
            'currency': 'varchar', 'note': 'varchar'}})
        join (select distinct code, item from mapping, unnest(range(low, high + 1)) as codes(code)) on account = code group by all""")
    broken = base.execute("select entity, date, sum(amount) from sums group by all having sum(amount) <> 0 order by all").fetchall()
    return base.execute("select count(*) from sums").fetchone()[0], len(broken)


def pandas_statements(folder, out):
    """Reads each statement and writes a table of each period beside the one before, as Markdown."""
    import pandas as pd

    os.makedirs(out, exist_ok=True)
    for name in sorted(os.listdir(folder)):
        frame = pd.read_csv(folder + "/" + name, skiprows=1, index_col=0, thousands=",", dtype=str)
        figures = frame.apply(lambda column: pd.to_numeric(
            column.str.replace(",", "").str.replace("(", "-", regex=False).str.replace(")", "", regex=False)))
        lines = ["# " + name, ""]
        last, before = figures.iloc[:, -1], figures.iloc[:, -3]
        change = last - before
        share = (change / before.abs() * 100).round(1)
        table = pd.DataFrame({"Item": figures.index, "Now": last.values, "Before": before.values, "Change": change.values, "%": share.values})
        lines.append("| " + " | ".join(table.columns) + " |")
        lines.append("|---|--:|--:|--:|--:|")
        for row in table.itertuples(index=False):
            lines.append("| " + " | ".join(f"{cell:,}" if not isinstance(cell, str) else cell for cell in row) + " |")
        with open(out + "/" + name[:-4] + ".md", "w") as file:
            file.write("\n".join(lines) + "\n")
    return len(os.listdir(out)), 0


PEERS = {
    "polars": polars_ledger, "polars-cut": polars_one_scan, "duckdb": duckdb_ledger, "duckdb-direct": duckdb_direct,
    "pandas": pandas_statements,
}

if __name__ == "__main__":
    print(*PEERS[sys.argv[1]](*sys.argv[2:]))
