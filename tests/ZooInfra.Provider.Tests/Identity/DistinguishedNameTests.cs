using CsCheck;
using ZooInfra.Provider.Identity;

namespace ZooInfra.Provider.Tests.Identity;

public sealed class DistinguishedNameTests
{
    private static readonly Gen<string> Value = Gen.String[1, 30].Where(text => !text.Any(char.IsSurrogate));

    [Fact]
    public void Any_value_survives_being_written_and_read()
        => Value.Array[1, 4].Sample(values =>
        {
            Assert.True(DistinguishedName.TryParse("dc=example", out var dn, out _));
            dn = values.Aggregate(dn, (name, value) => name.Child("ou", value));

            Assert.True(DistinguishedName.TryParse(dn.Text, out var read, out var problem), problem);
            Assert.Equal(values.Reverse(), read.Names.SkipLast(1).Select(name => name.Pairs[0].Value));
            Assert.Equal(dn, read);
            Assert.DoesNotContain('\n', dn.Text);
        });

    [Theory]
    [InlineData("OU=Sales,DC=acme,DC=example", "ou=sales, dc=ACME ,dc=example")]
    [InlineData(@"cn=Smith\, J,dc=example", @"CN=smith\2c j,dc=example")]
    [InlineData("cn=a+sn=b,dc=example", "SN=B+CN=A,dc=example")]
    [InlineData(@"cn=l\c3\bc,dc=example", "cn=LÜ,dc=example")]
    public void Spellings_of_one_name_are_equal(string one, string other)
    {
        Assert.True(DistinguishedName.TryParse(one, out var left, out _));
        Assert.True(DistinguishedName.TryParse(other, out var right, out _));
        Assert.Equal(left, right);
    }

    [Theory]
    [InlineData("", "is not made of parts")]
    [InlineData("acme.example", "is not made of parts")]
    [InlineData("ou=a,,dc=b", "is not made of parts")]
    [InlineData("ou=a;dc=b", "wants a backslash")]
    [InlineData("ou=a\"b", "wants a backslash")]
    [InlineData("ou=a\\", "wants a backslash")]
    [InlineData("ou=#0403", "hexadecimal form")]
    [InlineData(@"ou=\ff\fe", "not UTF-8")]
    [InlineData("ou=,dc=b", "without a value")]
    [InlineData("o u=x", "is not made of parts")]
    public void What_is_no_name_is_refused_with_the_reason(string text, string reason)
    {
        Assert.False(DistinguishedName.TryParse(text, out _, out var problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_renames_everything_below()
    {
        Assert.True(DistinguishedName.TryParse("cn=x,ou=a,ou=b,dc=c", out var entry, out _));
        Assert.True(DistinguishedName.TryParse("OU=a,ou=b,dc=c", out var from, out _));
        Assert.True(DistinguishedName.TryParse("ou=z,dc=c", out var to, out _));

        Assert.True(entry.IsAtOrBelow(from));
        Assert.False(entry.IsAtOrBelow(to));
        Assert.Equal("cn=x,ou=z,dc=c", entry.Moved(from, to).Text);
    }
}
