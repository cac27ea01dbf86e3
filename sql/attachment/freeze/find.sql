SELECT FROM @schema@.frozen_report AS r WHERE r.period = $1
