@schema@.fact
