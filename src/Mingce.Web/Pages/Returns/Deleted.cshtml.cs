using Mingce.Core.Papers;
using Mingce.Web.Pages.IncomingPapers;

namespace Mingce.Web.Pages.Returns;

/// <summary>回收站 of 报送.</summary>
[AccessRule(Resource.Return, AccessAction.Create, Relation.OwnUnit)]
internal sealed class DeletedModel(LedgerDb db) : DeletedPapersPage<Return>(db);
