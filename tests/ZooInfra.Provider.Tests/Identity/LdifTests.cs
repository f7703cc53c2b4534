using CsCheck;
using ZooInfra.Provider.Backends.Files;
using ZooInfra.Provider.Identity;

namespace ZooInfra.Provider.Tests.Identity;

public sealed class LdifTests
{
    [Fact]
    public void Any_value_survives_being_written_and_read_and_none_starts_a_line()
        => Gen.String[1, 120].Where(text => !text.Any(char.IsSurrogate)).Array[1, 5].Sample(values =>
        {
            var entry = new DirectoryEntry(Name("ou=a,dc=b")).With("objectClass", "top").With("description", values.Distinct());

            var text = LdifWriter.Write([entry]);

            var read = Assert.Single(LdifReader.Read(text));
            Assert.Equal(entry["description"].Order(StringComparer.Ordinal), read["description"]);
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 76 && line.All(character => character is >= ' ' and <= '~')));
        });

    [Fact]
    public void Entries_come_behind_the_ones_above_them_whatever_order_they_were_made_in()
    {
        string[] names = ["dc=x", "ou=a,dc=x", "cn=1,ou=a,dc=x", "ou=a b,dc=x", "cn=2,ou=a b,dc=x"];
        Gen.Shuffle(names).Sample(shuffled =>
            Assert.Equal(names, LdifReader.Read(LdifWriter.Write(shuffled.Select(name => new DirectoryEntry(Name(name)).With("objectClass", "top")))).Select(entry => entry.Dn.Text)));
    }

    [Theory]
    [InlineData("dn: ou=a\nobjectClass: top\nchangetype: delete\n", "line 3: change records")]
    [InlineData("dn: ou=a\nobjectClass: top\ndescription:< file:///etc/shadow\n", "line 3: values from a URL")]
    [InlineData("dn: ou=a\nobjectClass: top\njpegPhoto:: //79\n", "line 3: the value is no text")]
    [InlineData("dn: ou=a\nobjectClass: top\n\ndn: OU=A\nobjectClass: top\n", "line 4: there is a record of OU=A above")]
    [InlineData("ou: a\n", "line 1: a record must start with 'dn:'")]
    [InlineData("dn: ou=a\nou: a\n", "has no object class")]
    [InlineData("dn: ou=a\nobject class\n", "line 2: a line must be")]
    [InlineData("version: 2\n", "line 1: only LDIF version 1")]
    public void What_is_not_known_is_refused_with_its_line(string text, string reason)
        => Assert.Contains(reason, Assert.Throws<FormatException>(() => LdifReader.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_others_write_is_read()
    {
        var entry = Assert.Single(LdifReader.Read("version: 1\r\n# a comment that\r\n  goes on\r\ndn:: b3U9YSxkYz1i\r\nobjectClass: top\r\ndescription: long\r\n er\r\n"));

        Assert.Equal("ou=a,dc=b", entry.Dn.Text);
        Assert.Equal("longer", Assert.Single(entry["DESCRIPTION"]));
    }

    private static DistinguishedName Name(string text) => DistinguishedName.TryParse(text, out var name, out var problem) ? name : throw new InvalidOperationException(problem);
}
