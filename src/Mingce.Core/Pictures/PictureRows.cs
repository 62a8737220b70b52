using Mingce.Core.Data;
using Mingce.Rules.Pictures;

namespace Mingce.Core.Pictures;

/// <summary>A print of a kept picture, cut into bands by which like ones are found. It belongs to the bytes, wherever they are evidence.</summary>
public sealed class StoredPrint : UnitRow
{
    public required string Sha256 { get; init; }

    /// <summary>0 is the print of the whole picture.</summary>
    public required int Ordinal { get; init; }
    public required int Band0 { get; init; }
    public required int Band1 { get; init; }
    public required int Band2 { get; init; }
    public required int Band3 { get; init; }

    public PicturePrint Print => PicturePrint.OfBands(Band0, Band1, Band2, Band3);

    public static StoredPrint Of(Guid unitId, string sha256, int ordinal, PicturePrint print) => new()
    {
        UnitId = unitId,
        Sha256 = sha256,
        Ordinal = ordinal,
        Band0 = print.Band(0),
        Band1 = print.Band(1),
        Band2 = print.Band(2),
        Band3 = print.Band(3),
    };
}

/// <summary>Two kept pictures that look like copies of one; each pair is held in both directions.</summary>
public sealed class PictureLikeness : UnitRow
{
    public required string Sha256 { get; init; }
    public required string OtherSha256 { get; init; }

    /// <summary>In how many bits their nearest prints differ.</summary>
    public required int Distance { get; init; }
}
