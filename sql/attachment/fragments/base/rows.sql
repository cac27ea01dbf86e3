@schema@.source
