using System.Globalization;

namespace ZooInfra.Contracts;

/// <summary>An item of a list of facts, as written.</summary>
/// <param name="List">The key of the list in a contract file: <c>signals</c>.</param>
/// <param name="Index">Its position, from 0, in the place it is written in.</param>
/// <param name="IsInFile">Whether it is written in the contract file, and not on the class.</param>
/// <param name="Entries">What it states.</param>
public sealed record FactItem(string List, int Index, bool IsInFile, EquatableArray<FactEntry> Entries)
{
    /// <summary>The path of the item: see <see cref="FactPath"/>.</summary>
    public string Path => (IsInFile ? FactPath.FileMark : "") + List + "[" + Index.ToString(CultureInfo.InvariantCulture) + "]";

    /// <summary>The texts stated under <paramref name="key"/>; null when nothing is.</summary>
    public EquatableArray<string>? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key == key)
                {
                    return entry.Values;
                }
            }

            return null;
        }
    }
}

/// <summary>A fact of an item, as written.</summary>
/// <param name="Key">The key of the field.</param>
/// <param name="Values">One text, or several for a list.</param>
public sealed record FactEntry(string Key, EquatableArray<string> Values);
