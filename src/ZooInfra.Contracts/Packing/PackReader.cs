using System.Globalization;
using System.Text;
using NodaTime;

namespace ZooInfra.Contracts;

/// <summary>Reads the text of <see cref="PackedContract"/>. What it does not expect is a <see cref="FormatException"/>.</summary>
internal sealed class PackReader(string text)
{
    private static readonly char[] Ends = [',', ')', ']'];

    /// <summary>Up to where it has read.</summary>
    public int Position { get; private set; }

    /// <summary>The next value, of this type.</summary>
    public object Read(Type type)
    {
        if (type == typeof(string))
        {
            return Text();
        }

        if (type.IsEnum)
        {
            return Enum.Parse(type, Token());
        }

        if (type == typeof(ContractDuration))
        {
            return new ContractDuration(Duration.FromSeconds(Long(Token())));
        }

        if (type == typeof(LocalTime))
        {
            return Numbers(':') is [var hour, var minute] ? new LocalTime(hour, minute) : throw new FormatException("a time is written like 02:00");
        }

        if (type == typeof(LocalDate))
        {
            return Numbers('-') is [var year, var month, var day] ? new LocalDate(year, month, day) : throw new FormatException("a date is written like 2027-03-31");
        }

        if (type == typeof(Instant))
        {
            return Instant.FromUnixTimeTicks(Long(Token()));
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => bool.Parse(Token()),
            TypeCode.Int32 => Number(Token()),
            TypeCode.Decimal => decimal.Parse(Token(), NumberStyles.Number, CultureInfo.InvariantCulture),
            _ => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>) ? List(type) : Record(type),
        };
    }

    /// <summary>Nothing may follow.</summary>
    public void End()
    {
        if (Position < text.Length)
        {
            throw new FormatException("there is more than one contract");
        }
    }

    private object List(Type type)
    {
        var (item, items) = (type.GetGenericArguments()[0], new List<object>());
        Parts('[', ']', () => items.Add(Read(item)));
        var array = Array.CreateInstance(item, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            array.SetValue(items[i], i);
        }

        return Activator.CreateInstance(type, array);
    }

    private object Record(Type type)
    {
        var shape = RecordShape.Of(type);
        var values = new object?[shape.Members.Count];
        Parts('(', ')', () =>
        {
            var name = Name();
            for (var i = 0; i < values.Length; i++)
            {
                if (shape.Members[i].Name == name)
                {
                    values[i] = Read(shape.Members[i].Type);
                    return;
                }
            }

            throw new FormatException($"{type.Name} has no '{name}'");
        });
        return shape.Make(values);
    }

    private void Parts(char open, char close, Action read)
    {
        Expect(open);
        while (Peek() != close)
        {
            read();
            if (Peek() != close)
            {
                Expect(',');
            }
        }

        Position++;
    }

    private string Name()
    {
        var end = text.IndexOf(':', Position);
        if (end < 0)
        {
            throw new FormatException("a name and a colon are expected");
        }

        var name = text.Substring(Position, end - Position);
        Position = end + 1;
        return name;
    }

    private string Token()
    {
        var end = text.IndexOfAny(Ends, Position);
        if (end < 0)
        {
            throw new FormatException("it is cut off");
        }

        var token = text.Substring(Position, end - Position);
        Position = end;
        return token;
    }

    private string Text()
    {
        Expect('\'');
        var words = new StringBuilder();
        while (true)
        {
            var end = text.IndexOf('\'', Position);
            if (end < 0)
            {
                throw new FormatException("a text has no end");
            }

            words.Append(text, Position, end - Position);
            Position = end + 1;
            if (Position >= text.Length || text[Position] != '\'')
            {
                return words.ToString();
            }

            words.Append('\'');
            Position++;
        }
    }

    private int[] Numbers(char separator) => [.. Token().Split(separator).Select(Number)];

    private void Expect(char expected)
    {
        if (Peek() != expected)
        {
            throw new FormatException($"'{expected}' is expected");
        }

        Position++;
    }

    private char Peek() => Position < text.Length ? text[Position] : throw new FormatException("it is cut off");

    private static int Number(string token) => int.Parse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static long Long(string token) => long.Parse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
