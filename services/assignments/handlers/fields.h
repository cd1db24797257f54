#ifndef REZON_SERVICES_ASSIGNMENTS_HANDLERS_FIELDS_H_
#define REZON_SERVICES_ASSIGNMENTS_HANDLERS_FIELDS_H_

#include "services/platform/paging/sql.h"

namespace rezon::assignments {

// The fields that a filter of ListAssignments may name: executor, territory, resolution, point,
// state, due_date, overdue.
const paging::Fields& FilterFields();

}  // namespace rezon::assignments

#endif  // REZON_SERVICES_ASSIGNMENTS_HANDLERS_FIELDS_H_
