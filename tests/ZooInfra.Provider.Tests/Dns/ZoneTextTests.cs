using CsCheck;
using ZooInfra.Provider.Dns;

namespace ZooInfra.Provider.Tests.Dns;

public sealed class ZoneTextTests
{
    [Fact]
    public void What_is_written_reads_back_the_same() => ZoneGen.Zone.Sample(zone =>
    {
        var text = ZoneWriter.ToText(zone);
        var read = ZoneReader.Read("acme.example", text);
        return read.Head == zone.Head && read.Serial == zone.Serial && read.Sets.Values.SequenceEqual(zone.Sets.Values) && ZoneWriter.ToText(read) == text;
    }, iter: 300);

    [Fact]
    public void Any_text_survives_a_TXT_record() => ZoneGen.Text.Sample(text =>
    {
        var data = ZoneGen.Parse(RecordType.TXT, text);
        return data.Text.All(letter => letter is >= ' ' and <= '~') && RecordSyntax.PlainTxt(data) == text;
    }, iter: 500);

    [Fact]
    public void Long_texts_are_split_at_255_octets()
    {
        var data = ZoneGen.Parse(RecordType.TXT, new string('a', 256));

        Assert.Equal($"\"{new string('a', 255)}\" \"a\"", data.Text);
        Assert.False(RecordSyntax.TryParse(RecordType.TXT, new string('a', 65280), out _, out _));
        Assert.True(RecordSyntax.TryParse(RecordType.TXT, new string('a', 65279), out _, out _));
        Assert.False(RecordSyntax.TryParse(RecordType.TXT, "\ud800", out _, out _));
    }

    [Fact]
    public void Arbitrary_files_are_read_or_refused_but_never_crash() => Gen.Select(
        ZoneGen.OneOf("@ ", "\t", " IN ", "SOA ", "TXT ", "\"", "\\", "(", ")", ";", "\n", "$TTL 5\n", "$ORIGIN ", "acme.example.", " 1 ", "A ", "192.0.2.1", "é", "\r", "\\03").Array[0, 30],
        parts => string.Concat(parts)).Sample(text =>
    {
        try
        {
            ZoneReader.Read("acme.example", text);
        }
        catch (ZoneFormatException)
        {
        }
    }, iter: 2000);

    [Theory]
    [InlineData(1u, 2u)]
    [InlineData(4294967294u, 4294967295u)]
    [InlineData(4294967295u, 1u)]
    public void A_serial_goes_forward_as_RFC_1982_says(uint serial, uint next) => Assert.Equal(next, ZoneContent.NextSerial(serial));

    [Fact]
    public void Names_sort_as_RFC_4034_says()
    {
        string[] canonical = ["@", "a", "yljkjljk.a", "z.a", "zabc.a", "z", "*.z"];

        Assert.Equal(canonical, canonical.Reverse().OrderBy(name => new ZoneKey(name, RecordType.A)));
    }
}
