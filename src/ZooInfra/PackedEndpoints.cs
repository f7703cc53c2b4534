using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using ZooInfra.Contracts;

namespace ZooInfra;

/// <summary>Reads what <see cref="PackedAnswers"/> wrote into a program.</summary>
internal static class PackedEndpoints
{
    /// <summary>The endpoints; their bodies are parts of <paramref name="packed"/>.</summary>
    /// <exception cref="FormatException">This version cannot read it.</exception>
    public static List<ContractEndpoint> Read(ReadOnlyMemory<byte> packed)
    {
        var rest = packed;
        var endpoints = new List<ContractEndpoint>();
        var (name, editions) = ("", new List<ContractEdition>());
        while (!rest.IsEmpty)
        {
            if (Encoding.UTF8.GetString(Line(ref rest).Span).Split(' ') is not [var next, .. var first, var text, var json] || first.Length > 1)
            {
                throw Unreadable();
            }

            if (next != name)
            {
                Close();
                (name, editions) = (next, []);
            }

            editions.Add(new(first is [var day] ? Day(day) : null, ContractBody.Of(Body(ref rest, text)), ContractBody.Of(Body(ref rest, json))));
        }

        Close();
        return endpoints;

        void Close()
        {
            if (editions.Count > 0)
            {
                endpoints.Add(new(name, editions));
            }
        }
    }

    private static ReadOnlyMemory<byte> Line(ref ReadOnlyMemory<byte> rest)
    {
        var end = rest.Span.IndexOf((byte)'\n');
        return end >= 0 ? Take(ref rest, end) : throw Unreadable();
    }

    private static ReadOnlyMemory<byte> Body(ref ReadOnlyMemory<byte> rest, string length)
        => int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes < rest.Length && rest.Span[bytes] == (byte)'\n' ? Take(ref rest, bytes) : throw Unreadable();

    /// <summary>What stands before the line feed at <paramref name="end"/>; both are taken away.</summary>
    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest, int end)
    {
        var taken = rest[..end];
        rest = rest[(end + 1)..];
        return taken;
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : throw Unreadable();

    private static FormatException Unreadable()
        => new("The answers in this program cannot be read: they were written by another version of ZooInfra.Build. Give it and ZooInfra the same version and build again.");
}
