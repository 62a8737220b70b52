using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>回收站 of 来文.</summary>
[AccessRule(Resource.IncomingPaper, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DeletedModel(LedgerDb db) : DeletedPapersPage<IncomingPaper>(db);
