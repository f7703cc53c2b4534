using System.Collections;
using System.Globalization;
using System.Text;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>
/// A contract as one text, in which the source generator writes it into a program: a single literal, because a compiler takes its time for each object
/// that an expression makes, twice when analyzers run. It follows the shape of the records, so a new fact needs no code here.
/// <code>(Id:'acme_corp',Name:'Acme Corp',Sla:(Availability:(PartsPerMillion:999900),Response:300),PatchWindows:[(Days:[Monday],Start:02:00,End:04:00,Zone:'UTC')])</code>
/// What has its default value is left out. Text stands in single quotes, which are doubled inside; a duration is in seconds, an instant in ticks of 100 ns since 1970.
/// </summary>
public static class PackedContract
{
    /// <summary><paramref name="contract"/> as text, on one line unless a text in it has several.</summary>
    public static string Pack(TenantContract contract)
    {
        var text = new StringBuilder();
        Write(text, contract);
        return text.ToString();
    }

    /// <summary>The contract that <see cref="Pack"/> made <paramref name="text"/> of.</summary>
    /// <exception cref="FormatException">The text is no contract as this version knows it.</exception>
    public static TenantContract Unpack(string text)
    {
        var reader = new PackReader(text);
        try
        {
            var contract = (TenantContract)reader.Read(typeof(TenantContract));
            reader.End();
            return contract;
        }
        catch (Exception problem) when (problem is FormatException or OverflowException or ArgumentException)
        {
            throw new FormatException(
                $"The contract in this program cannot be read: {problem.Message.TrimEnd('.')}, at character {reader.Position.ToString(CultureInfo.InvariantCulture)} of \"{Start(text)}\". "
                + "It was written by another version of ZooInfra.Build; give it and ZooInfra.Contracts the same version and build again.",
                problem);
        }
    }

    private static string Start(string text) => text.Length > 60 ? text.Substring(0, 60) + "..." : text;

    private static void Write(StringBuilder text, object value)
    {
        switch (value)
        {
            case string words:
                text.Append('\'').Append(words.Replace("'", "''")).Append('\'');
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case Enum or int or decimal:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case ContractDuration { Length: var length }:
                text.Append(((long)length.TotalSeconds).ToString(CultureInfo.InvariantCulture));
                break;
            case LocalTime time:
                text.Append(Two(time.Hour)).Append(':').Append(Two(time.Minute));
                break;
            case LocalDate date:
                text.Append(date.Year.ToString("0000", CultureInfo.InvariantCulture)).Append('-').Append(Two(date.Month)).Append('-').Append(Two(date.Day));
                break;
            case Instant instant:
                text.Append(instant.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                Write(text, '[', items.Cast<object>(), ']', Write);
                break;
            default:
                Write(text, '(', RecordShape.Of(value.GetType()).Members.Where(member => !member.IsDefault(value)), ')', (whole, member) =>
                {
                    whole.Append(member.Name).Append(':');
                    Write(whole, member.ValueIn(value)!);
                });
                break;
        }
    }

    private static void Write<T>(StringBuilder text, char open, IEnumerable<T> parts, char close, Action<StringBuilder, T> write)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var part in parts)
        {
            if (!isFirst)
            {
                text.Append(',');
            }

            isFirst = false;
            write(text, part);
        }

        text.Append(close);
    }

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
