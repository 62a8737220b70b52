using Mingce.Core.Papers;
using Mingce.Web.Pages.IncomingPapers;

namespace Mingce.Web.Pages.Returns;

/// <summary>恢复 of a deleted 报送.</summary>
[AccessRule(Resource.Return, AccessAction.Create, Relation.OwnUnit)]
internal sealed class RestorationModel(LedgerDb db, Session session) : PaperRestorationPage<Return>(db, session);
