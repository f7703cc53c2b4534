using System.Collections.Immutable;
using System.Text;

namespace ZooInfra.Provider.Dns;

/// <summary>All records of one name and type. Equal by content; the data is in its order and holds nothing twice.</summary>
internal sealed class ZoneRecordSet : IEquatable<ZoneRecordSet>
{
    /// <summary>Puts a record set together.</summary>
    /// <param name="name">The name relative to the zone, in its one spelling.</param>
    /// <param name="type">The type.</param>
    /// <param name="ttl">The TTL in seconds; null for that of the zone.</param>
    /// <param name="data">The data.</param>
    public ZoneRecordSet(string name, RecordType type, int? ttl, IEnumerable<RecordData> data)
    {
        (Name, Type, Ttl) = (name, type, ttl);
        Data = [.. data.DistinctBy(item => item.Text).OrderBy(item => item.Order, StringComparer.Ordinal)];
        Text = Render();
    }

    /// <summary>The name relative to the zone.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public RecordType Type { get; }

    /// <summary>The TTL in seconds; null for that of the zone.</summary>
    public int? Ttl { get; }

    /// <summary>The data of the records.</summary>
    public ImmutableArray<RecordData> Data { get; }

    /// <summary>Its lines in a zone file. Kept, so that writing a zone again costs a copy for each record set that did not change.</summary>
    public string Text { get; }

    /// <summary>Its place in a zone.</summary>
    public ZoneKey Key => new(Name, Type);

    /// <inheritdoc/>
    public bool Equals(ZoneRecordSet? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ZoneRecordSet);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private string Render()
    {
        var text = new StringBuilder();
        foreach (var data in Data)
        {
            text.Append(Name).Append('\t');
            if (Ttl is { } ttl)
            {
                text.Append(ttl.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append('\t');
            }

            text.Append("IN\t").Append(Type.ToString()).Append('\t').Append(data.Text).Append('\n');
        }

        return text.ToString();
    }
}
