using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace ZooInfra.Contracts;

/// <summary>
/// All that a contract answers as one text, in which the source generator writes it into a program: a single literal, because a compiler takes its
/// time for each expression, and what is served stands in the program as it is sent.
/// <code>
/// sla 10 54
/// 99.99 / 5m
/// {"availability":99.99,"response":"5m","response_seconds":300}
/// billing_model 2027-01-01 8 28
/// per-seat
/// {"billing_model":"per-seat"}
/// </code>
/// Each edition has a line with the name of the answer, the first day on which it is given where there is one, and the lengths of both bodies in bytes of UTF-8;
/// then the text and the JSON, each with a line feed behind it. Editions of one answer follow each other.
/// </summary>
public static class PackedAnswers
{
    // Half a surrogate pair has no bytes in UTF-8; it becomes U+FFFD here, as a program does when it encodes.
    private static readonly UTF8Encoding Utf8 = new();

    /// <summary>The <paramref name="answers"/> as text.</summary>
    public static string Pack(IEnumerable<ContractAnswer> answers)
    {
        var text = new StringBuilder();
        foreach (var answer in answers)
        {
            foreach (var edition in answer.Editions)
            {
                text.Append(answer.Name);
                if (edition.First is { } first)
                {
                    text.Append(' ').Append(LocalDatePattern.Iso.Format(first));
                }

                var (plain, json) = (Utf8.GetBytes(edition.Text), Utf8.GetBytes(edition.Json));
                text.Append(' ').Append(plain.Length.ToString(CultureInfo.InvariantCulture))
                    .Append(' ').Append(json.Length.ToString(CultureInfo.InvariantCulture)).Append('\n')
                    .Append(Utf8.GetString(plain)).Append('\n')
                    .Append(Utf8.GetString(json)).Append('\n');
            }
        }

        return text.ToString();
    }
}
