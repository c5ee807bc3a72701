"""Writes the files that the benchmarks read: the same bytes on every machine, from whole numbers alone."""

import os
import sys

ITEMS = [
    # item, how its accounts stand (debits positive), size of an account's balance in cents
    ("cash-and-cash-equivalents", 1, 900_000_000),
    ("trade-receivables", 1, 700_000_000),
    ("inventories", 1, 500_000_000),
    ("other-receivables", 1, 300_000_000),
    ("property-plant-and-equipment", 1, 2_000_000_000),
    ("intangible-assets", 1, 400_000_000),
    ("right-of-use-assets", 1, 300_000_000),
    ("other-non-current-assets", 1, 200_000_000),
    ("trade-payables", -1, 400_000_000),
    ("other-payables", -1, 300_000_000),
    ("income-tax-payable", -1, 100_000_000),
    ("borrowings-current", -1, 300_000_000),
    ("borrowings-non-current", -1, 500_000_000),
    ("share-capital", -1, 2_000_000_000),
    ("share-premium", -1, 1_000_000_000),
    ("retained-earnings", -1, 2_000_000_000),
    ("revenue", -1, 25_000_000),
    ("cost-of-sales", 1, 12_000_000),
    ("administrative-expenses", 1, 6_000_000),
    ("income-tax", 1, 2_000_000),
]
EQUITY = {"share-capital", "share-premium", "retained-earnings"}
RESULTS = {"revenue", "cost-of-sales", "administrative-expenses", "income-tax"}
DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def month_end(month):
    """`month` counts from January 2023."""
    year, index = 2023 + month // 12, month % 12
    leap = 1 if index == 1 and year % 4 == 0 else 0
    return f"{year}-{index + 1:02d}-{DAYS[index] + leap:02d}"


def spread(entity, month, account, span):
    """A number below `span` that looks like chance and is none."""
    return (entity * 7_919 + month * 104_729 + account * 1_299_709 + 12_345) * 2_654_435_761 % 4_294_967_296 % span


def account_code(account, accounts):
    return 1000 + account * (8000 // accounts) if accounts <= 8000 else 1000 + account


def write_accounts(folder, accounts):
    """The mapping of code ranges to twenty items."""
    each = accounts // len(ITEMS)
    with open(os.path.join(folder, "accounts.csv"), "w", newline="") as file:
        file.write("account,item\n")
        for index, (item, _, _) in enumerate(ITEMS):
            low = account_code(index * each, accounts)
            high = account_code((index + 1) * each, accounts) - 1
            file.write(f"{low}-{high},{item}\n")


def write_ledger(folder, entities=1000, accounts=200, months=36, bad_every=0):
    """A long ledger of balances at month ends: debits positive, each entity and month nil but for one in 997.

    One row in ten has a quoted field; with `bad_every`, one row in so many has a cell that is no amount.
    """
    os.makedirs(folder, exist_ok=True)
    write_accounts(folder, accounts)
    heads, quoted = [], []
    for account in range(accounts):
        code = account_code(account, accounts)
        heads.append(f",{code},Account {code},")
        quoted.append(f',{code},"Account, {code}",')
    each = accounts // len(ITEMS)
    kinds = [ITEMS[min(account // each, len(ITEMS) - 1)] for account in range(accounts)]
    earned = [item for item, _, _ in ITEMS].index("retained-earnings") * each
    rows = 0
    groups = 0
    with open(os.path.join(folder, "ledger.csv"), "w", newline="") as file:
        file.write("entity,date,account,account name,amount,currency,note\n")
        for entity in range(entities):
            name = f"Subsidiary {entity + 1:04d} Co Limited"
            results = [0] * accounts
            before = 0
            for month in range(months):
                start = f"{name},{month_end(month)}"
                if month % 12 == 0:
                    # A new year: what was earned in the old one is retained.
                    before += sum(results)
                    results = [0] * accounts
                balances = [0] * accounts
                for account in range(each, accounts):
                    item, side, size = kinds[account]
                    if item in RESULTS:
                        results[account] += side * (size + spread(entity, month, account, size // 2))
                        balances[account] = results[account]
                    elif item in EQUITY:
                        balances[account] = side * size + (before if account == earned else 0)
                    else:
                        balances[account] = side * (size + spread(entity, month, account, size // 8 + 1))
                # Cash is what is left, in equal parts.
                rest = -sum(balances)
                for account in range(each):
                    balances[account] = rest // each if account else rest - rest // each * (each - 1)
                groups += 1
                if groups % 997 == 0:
                    balances[0] += 100
                lines = []
                for account, cents in enumerate(balances):
                    rows += 1
                    sign = "-" if cents < 0 else ""
                    amount = f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"
                    if bad_every and rows % bad_every == 0:
                        amount = "n.k."
                    lines.append(start + (quoted if rows % 10 == 0 else heads)[account] + amount + ",HKD,\n")
                file.write("".join(lines))
    return rows


def write_statements(folder, count=2000, items=40, periods=8):
    """`count` wide statements of `items` lines over `periods` half years, each of an entity of its own."""
    os.makedirs(folder, exist_ok=True)
    labels = [
        ("Revenue", 1), ("Cost of sales", -1), ("Other income", 1), ("Selling expenses", -1), ("Administrative expenses", -1),
        ("Research and development expenses", -1), ("Finance costs", -1), ("Finance income", 1),
    ]
    position = [
        "Property, plant and equipment", "Right-of-use assets", "Investment properties", "Goodwill", "Intangible assets",
        "Deferred tax assets", "Inventories", "Trade receivables", "Contract assets", "Other receivables", "Restricted cash",
        "Cash and cash equivalents",
    ]
    debts = [
        "Trade payables", "Contract liabilities", "Other payables", "Income tax payable", "Lease liabilities", "Deferred tax liabilities",
        "Provisions", "Bonds payable",
    ]
    heads = []
    for period in range(periods):
        year, half = 2020 + period // 2, period % 2
        heads.append(f"31 December {year}" if half else f"30 June {year}")
    fill = max(items - 8 - 3 - len(position) - 1 - len(debts) - 1 - 3, 0)
    for number in range(count):
        rows = []
        columns = [{} for _ in range(periods)]
        for period, column in enumerate(columns):
            half = period % 2
            for index, (label, side) in enumerate(labels):
                base = 900_000 if label == "Revenue" else 60_000
                first = base + spread(number, period - half, index, base // 2)
                both = first + (base + spread(number, period, index + 100, base // 2) if half else 0)
                column[label] = side * both
            column["Profit before tax"] = sum(column[label] for label, _ in labels)
            column["Income tax"] = -(column["Profit before tax"] // 6)
            column["Profit for the period"] = column["Profit before tax"] + column["Income tax"]
            for index, label in enumerate(position):
                column[label] = 400_000 + spread(number, period, 200 + index, 100_000)
            column["Total assets"] = sum(column[label] for label in position)
            for index, label in enumerate(debts):
                column[label] = 100_000 + spread(number, period, 300 + index, 40_000)
            column["Total liabilities"] = sum(column[label] for label in debts)
            column["Net assets"] = column["Total assets"] - column["Total liabilities"]
            column["Share capital"] = 500_000
            column["Reserves"] = column["Net assets"] - column["Share capital"]
            for extra in range(fill):
                column[f"Memorandum item {extra + 1}"] = 10_000 + spread(number, period, 400 + extra, 9_000)
        order = [label for label, _ in labels] + ["Profit before tax", "Income tax", "Profit for the period"]
        order += position + ["Total assets"] + debts + ["Total liabilities", "Net assets", "Share capital", "Reserves"]
        order += [f"Memorandum item {extra + 1}" for extra in range(fill)]
        rows.append(f"Subsidiary {number + 1:04d} Limited")
        rows.append("RMB'000," + ",".join(heads))
        for label in order[:items]:
            cells = ",".join(f'"{value:,}"' if value >= 0 else f'"({-value:,})"' for value in (column[label] for column in columns))
            rows.append((f'"{label}"' if "," in label else label) + "," + cells)
        with open(os.path.join(folder, f"statement-{number + 1:04d}.csv"), "w", newline="") as file:
            file.write("\n".join(rows) + "\n")


def main():
    kind, folder = sys.argv[1], sys.argv[2]
    numbers = [int(word) for word in sys.argv[3:]]
    if kind == "ledger":
        print(write_ledger(folder, *numbers), "rows")
    else:
        write_statements(folder, *numbers)


if __name__ == "__main__":
    main()
