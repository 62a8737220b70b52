using Mingce.Core.Papers;
using Mingce.Web.Pages.IncomingPapers;

namespace Mingce.Web.Pages.Returns;

/// <summary>删除 of a 报送 that is superfluous; what must not be kept is 销毁'd.</summary>
[AccessRule(Resource.Return, AccessAction.Create, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : PaperRemovalPage<Return>(db, session);
