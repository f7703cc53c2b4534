using System.Globalization;
using Microsoft.Data.Sqlite;
using ZooInfra.Api.Storage;

namespace ZooInfra.Api.Audit;

/// <summary>What a walk along the chain found.</summary>
/// <param name="Rows">How many rows hold, from the first on.</param>
/// <param name="From">The time of the first row; null when there is none.</param>
/// <param name="To">The time of the last row that holds.</param>
/// <param name="Head">The hash of the last row that holds, in hex: to be written down elsewhere, so that a cut end is seen.</param>
/// <param name="Broken">The first mistake, in a sentence; null when there is none.</param>
internal sealed record AuditVerdict(long Rows, DateTimeOffset? From, DateTimeOffset? To, string Head, string? Broken)
{
    /// <summary>Walks the chain.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="knownHead">A head that was written down before, in hex; it must be on the chain. Null for none.</param>
    public static AuditVerdict Walk(SqliteConnection connection, string? knownHead)
    {
        var (rows, previous, seen) = (0L, AuditRow.Origin, knownHead is null || IsHex(AuditRow.Origin, knownHead));
        DateTimeOffset? from = null, to = null;
        foreach (var (row, hash) in AuditTable.Read(connection))
        {
            if (Mistake(row, hash, rows + 1, previous) is { } mistake)
            {
                return new(rows, from, to, Convert.ToHexStringLower(previous), mistake);
            }

            (rows, previous, to) = (row.Number, hash, DateTimeOffset.FromUnixTimeMilliseconds(row.At));
            from ??= to;
            seen = seen || IsHex(hash, knownHead!);
        }

        return new(rows, from, to, Convert.ToHexStringLower(previous), seen ? null : $"No row has the hash {knownHead}: rows at the end were cut off, or the whole chain was written anew.");
    }

    private static string? Mistake(AuditRow row, byte[] hash, long number, byte[] previous)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"row {row.Number} ({Time(row.At)})");
        return row.Number != number ? string.Create(CultureInfo.InvariantCulture, $"Row {number} is missing: after row {number - 1} comes {where}.")
            : !row.Previous.AsSpan().SequenceEqual(previous) ? $"The chain breaks at {where}: it does not follow the row before it."
            : !row.Hash().AsSpan().SequenceEqual(hash) ? $"The chain breaks at {where}: its content is not what its hash was made of."
            : null;
    }

    private static string Time(long at)
        => at is >= -62_135_596_800_000 and <= 253_402_300_799_999 ? Instants.Text(DateTimeOffset.FromUnixTimeMilliseconds(at)) : "of no time there is";

    private static bool IsHex(byte[] hash, string hex) => string.Equals(Convert.ToHexStringLower(hash), hex, StringComparison.OrdinalIgnoreCase);
}
