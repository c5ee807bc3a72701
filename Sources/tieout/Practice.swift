/// A group whose accounts have some twenty mistakes of the kinds that people make, to find and to mend.
///
/// Each has a finding that says how to mend it; a test mends them all as they are told, and nothing is left to find.
enum Practice {
  /// Each file by its name.
  static let files: [(name: String, text: String)] = [
    (
      "beacon-position.csv",
      """
      Beacon Trading
      "Statement of financial position, consolidated, unaudited, HKFRS"
      HK$'000,31 December 2024,30 June 2025
      Property,6200,6450
      Inventories,4800,5150
      Trade receivables,3900,4,200
      Cash and cash equivalents,2100,8300
      Total assets,17000,24010
      Bank borrowings,5200,5900
      Trade payables,3800,4300
      Total liabilities,9000,9300
      Net assets,8000,14800

      """
    ),
    (
      "beacon-results.csv",
      """
      Beacon Trading
      "Statement of profit or loss, combined, unaudited, PRC GAAP"
      HK$'000,Six months ended 30 June 2024,Six months ended 30 June 2025
      Revenue,21400,23100
      Cost of sales,(15200),163OO
      Gross profit,6200,6800
      Administrative expenses,(4600),(4840)
      Profit before tax,1600,1960
      Income tax,(260),(630)
      Profit after tax,1340,1600

      """
    ),
    (
      "entities.csv",
      """
      entity,role,name zh,aliases,functional currency,gaap,year end,nci policy
      Lantern Holdings,parent,燈塔控股有限公司,Lantern,HKD,HKFRS,31 December,
      Beacon Trading,subsidiary,燈標貿易有限公司,Beacon,HKD,HKFRS,31 December,proportionate
      Wick Foods,subsidiary,,Wick,HKD,HKFRS,31 December,proportionate
      Snuffer Energy,subsidary,,Snuffer,USD,HKFRS,31 December,proportionate
      Quay Partners,outside,,,,,,

      """
    ),
    (
      "events.csv",
      """
      event,date,status,entity,kind,to,shares,price,consideration,currency,control after
      Issue of Beacon shares to Quay,2025-06-30,completed,Beacon Tradng,issue,Quay Partners,250000,24.00,6500000,HKD,yes

      """
    ),
    (
      "holdings.csv",
      """
      date,entity,holder,shares
      2023-12-31,Beacon Trading,Lantern Holdings,750000
      2023-12-31,Beacon Trading,Quay Partners,250000
      2025-06-30,Beacon Trading,Lantern Holdings,750000
      2025-06-30,Beacon Trading,Quay Partners,450000
      2023-12-31,Wick Foods,Lantern Holdings,10000
      2023-12-31,Snuffer Energy,Lantern Holdings,5000

      """
    ),
    (
      "rates.csv",
      """
      date,start,base,quote,rate,kind
      2024-12-31,,USD,HKD,77.686,closing
      2025-06-30,2025-01-01,USD,HKD,7.7900,average

      """
    ),
    (
      "settings.csv",
      """
      setting,value
      presentaton unit,HK$'000

      """
    ),
    (
      "snuffer-results.csv",
      """
      Snuffer Energy
      "Statement of profit or loss, unaudited, HKFRS, consolidated"
      US$'000,Six months ended 30 June 2025
      Revenue,2080
      "Profit before tax,230
      Income tax,(40)
      Profit after tax,190

      """
    ),
    (
      "snuffer.csv",
      """
      Snuffer Energy
      "Statement of financial position, unaudited, HKFRS, consolidated"
      US$'000,31/12/2024,31/06/2025
      Total assets,3150,3420000
      Total liabilities,1900,1980
      Net assets,1250,1440

      """
    ),
    (
      "wick-trial-balance.csv",
      """
      entity,date,account,account name,debit,credit
      Wick Foods,2025-06-30,1000,Cash at bank,412500.00,
      Wick Foods,2025-06-30,1100,Trade receivables,1278300.50,
      Wick Foods,2025-06-30,2000,Trade payables,,640200.50
      Wick Foods,2025-06-30,3000,Share capital,,10000.00
      Wick Foods,2025-06-30,3100,Retained earnings,,749600.00
      Wick Foods,2025-06-30,4000,Counter sales,,1935000.00
      Wick Foods,2025-06-30,5000,Cost of sales,1310400.00,
      Wick Foods,2025-06-30,5100,Administrative expenses,324600.00,

      """
    ),
  ]
}
