@schema@.unit_history
