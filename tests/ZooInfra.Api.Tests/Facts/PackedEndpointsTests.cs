using System.Text;
using CsCheck;
using NodaTime;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Tests.Facts;

/// <summary>What a contract answers, on its way through a literal in a program.</summary>
public sealed class PackedEndpointsTests
{
    private static readonly Gen<string> Body = Gen.String[Gen.OneOf(Gen.Char, Gen.Char["\n\t \" 019-é\u2028\ud83d\ude00"]), 0, 30];

    private static readonly Gen<AnswerEdition> Edition = Gen.Select(
        Gen.Bool,
        Gen.Int[0, 40_000],
        Body,
        Body,
        (isDated, day, text, json) => new AnswerEdition(isDated ? new LocalDate(1990, 1, 1).PlusDays(day) : null, text, json));

    [Fact]
    public void Answers_are_read_as_they_were_packed()
        => Edition.List[1, 3].List[0, 4].Sample(all =>
        {
            var answers = all.Select((editions, index) => new ContractAnswer($"sla/versions/{index}", new(editions))).ToList();

            var endpoints = PackedEndpoints.Read(Encoding.UTF8.GetBytes(PackedAnswers.Pack(answers)));

            Assert.Equal(answers.Select(Text), endpoints.Select(endpoint => $"{endpoint.Name}: {string.Join(", ", endpoint.Editions.Select(edition => $"{edition.First} {Text(edition.Text)} {Text(edition.Json)}"))}"));
        });

    [Theory]
    [InlineData("sla")]
    [InlineData("sla 1\n")]
    [InlineData("sla 1 1\n")]
    [InlineData("sla 1 1\na\nb")]
    [InlineData("sla 1 1\nab\nb\n")]
    [InlineData("sla -1 1\na\nb\n")]
    [InlineData("sla 1 99999999999\na\nb\n")]
    [InlineData("sla 2027-13-01 1 1\na\nb\n")]
    [InlineData("sla 2027-01-01 2028-01-01 1 1\na\nb\n")]
    [InlineData("sla 1 1\na\nb\n\n")]
    public void What_this_version_cannot_read_says_what_to_do(string packed)
        => Assert.Contains("ZooInfra.Build", Assert.Throws<FormatException>(() => PackedEndpoints.Read(Encoding.UTF8.GetBytes(packed))).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_bytes_are_read_or_refused()
        => Gen.OneOf(Gen.Byte.Array[0, 60], Gen.String[Gen.Char["sla 0129-\n"], 0, 40].Select(Encoding.UTF8.GetBytes)).Sample(bytes =>
        {
            try
            {
                Assert.All(PackedEndpoints.Read(bytes), endpoint => Assert.NotEmpty(endpoint.Editions));
            }
            catch (FormatException)
            {
                // Refused: that is an answer.
            }
        });

    private static string Text(ContractAnswer answer)
        => $"{answer.Name}: {string.Join(", ", answer.Editions.Select(edition => $"{edition.First} {Sent(edition.Text)} {Sent(edition.Json)}"))}";

    /// <summary>What UTF-8 can carry of a text.</summary>
    private static string Sent(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Text(ContractBody body) => Encoding.UTF8.GetString(body.Content.Span);
}
