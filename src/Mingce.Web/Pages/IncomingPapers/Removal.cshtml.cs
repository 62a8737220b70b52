using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>删除 of a 来文 that is superfluous; what must not be kept is 销毁'd.</summary>
[AccessRule(Resource.IncomingPaper, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : PaperRemovalPage<IncomingPaper>(db, session);
