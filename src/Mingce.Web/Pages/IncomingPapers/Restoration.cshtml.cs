using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>恢复 of a deleted 来文.</summary>
[AccessRule(Resource.IncomingPaper, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RestorationModel(LedgerDb db, Session session) : PaperRestorationPage<IncomingPaper>(db, session);
