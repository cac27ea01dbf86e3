@schema@.procedure_history
