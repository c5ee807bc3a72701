/// A template for each form: a small group that agrees with itself, so that the folder runs as it is.
enum Templates {
  /// Each file by its name, in the order in which a person would fill them in.
  static let files: [(name: String, text: String)] = [
    (
      "entities.csv",
      """
      entity,role,name zh,aliases,functional currency,gaap,year end,nci policy,perimeter from,perimeter to
      Harbour Holdings,parent,海港控股有限公司,Harbour;HHL,HKD,HKFRS,31 December,,,
      Pier Logistics,subsidiary,碼頭物流有限公司,Pier,HKD,HKFRS,31 December,proportionate,2023-01-01,
      Dock Services,subsidiary,,,HKD,HKFRS,31 December,proportionate,2023-01-01,
      Founders of Pier,outside,,,,,,,,
      Northwind Capital,outside,,,,,,,,

      """
    ),
    (
      "statement.csv",
      """
      Pier Logistics
      "Statement of financial position, consolidated, unaudited, HKFRS"
      HK$'000,31 December 2024,31 December 2025
      Total assets,"9,000.0","10,250.0"
      Total liabilities,"4,000.0","4,500.0"
      Net assets,"5,000.0","5,750.0"

      """
    ),
    (
      "long.csv",
      """
      entity,start,end,item,amount,currency,unit,scenario,basis
      Pier Logistics,2025-01-01,2025-12-31,revenue,12000.0,HKD,HK$'000,actual,consolidated
      Pier Logistics,2025-01-01,2025-12-31,profit-before-tax,900.0,HKD,HK$'000,actual,consolidated
      Pier Logistics,2025-01-01,2025-12-31,income-tax,-150.0,HKD,HK$'000,actual,consolidated
      Pier Logistics,2025-01-01,2025-12-31,profit-after-tax,750.0,HKD,HK$'000,actual,consolidated

      """
    ),
    (
      "trial-balance.csv",
      """
      entity,start,end,account,account name,debit,credit,currency
      Dock Services,2025-01-01,2025-12-31,1000,Cash at bank,1500.00,,HKD
      Dock Services,2025-01-01,2025-12-31,3000,Share capital,,1000.00,HKD
      Dock Services,2025-01-01,2025-12-31,4000,Quayside fees,,2000.00,HKD
      Dock Services,2025-01-01,2025-12-31,5000,Staff costs,1500.00,,HKD
      Total,,,,,3000.00,3000.00,

      """
    ),
    (
      "accounts.csv",
      """
      account,label,item
      4000-4999,,revenue
      ,Turnover of the year,revenue

      """
    ),
    (
      "holdings.csv",
      """
      date,entity,holder,shares,class,basis
      2024-12-31,Pier Logistics,Harbour Holdings,800000,ordinary,equity
      2024-12-31,Pier Logistics,Founders of Pier,200000,ordinary,equity
      2024-12-31,Dock Services,Harbour Holdings,1000,ordinary,equity

      """
    ),
    (
      "equity-events.csv",
      """
      event,date,status,entity,kind,from,to,shares,price,consideration,currency,costs,tax,carrying amount,control after,retained fair value,note
      Issue of Pier shares to Northwind,2025-12-31,signed,Pier Logistics,issue,,Northwind Capital,250000,48.00,12000000,HKD,150000,,,yes,,completes in 2026

      """
    ),
    (
      "rates.csv",
      """
      date,start,base,quote,rate,kind
      2025-12-31,,USD,HKD,7.78,closing
      2025-12-31,2025-01-01,USD,HKD,7.79,average

      """
    ),
    (
      "size-tests.csv",
      """
      measure,issuer,subsidiary,currency,date
      total assets,250000000,10250000,HKD,2025-12-31

      """
    ),
    (
      "settings.csv",
      """
      setting,value
      presentation currency,HKD
      presentation unit,HK$'000
      materiality,100000

      """
    ),
    (
      "acceptances.csv",
      """
      check,entity,item,period,reason,by,until
      pending-event,Pier Logistics,,,the completion is expected in 2026,the finance director,2026-12-31

      """
    ),
  ]
}
