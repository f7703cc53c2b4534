namespace ZooInfra.Contracts.Tests;

public sealed class ContractReaderTests
{
    [Theory]
    [InlineData("acme_corp")]
    [InlineData("Big.Gov-2")]
    [InlineData("...")]
    public void A_stack_name_is_a_client_id(string id) => Assert.True(ContractReader.IsClientId(id));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("é")]
    [InlineData("a\n")]
    public void Anything_else_is_none(string id) => Assert.False(ContractReader.IsClientId(id));

    [Fact]
    public void An_id_is_no_longer_than_a_hundred()
    {
        Assert.True(ContractReader.IsClientId(new string('a', 100)));
        Assert.False(ContractReader.IsClientId(new string('a', 101)));
    }

    [Theory]
    [InlineData("99.99", 999_900)]
    [InlineData("100", 1_000_000)]
    [InlineData("0.0001", 1)]
    [InlineData("99.99990", 999_999)]
    public void Availability_is_exact(string text, int partsPerMillion)
        => Assert.Equal(partsPerMillion, ContractReader.Read(new() { Id = "a", Availability = text }).Contract!.Sla!.Availability!.Value.PartsPerMillion);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("100.0001")]
    [InlineData("99.99999")]
    [InlineData("99,99")]
    [InlineData("1e2")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_availability_has_one_problem(string text)
    {
        var (contract, problems) = ContractReader.Read(new() { Id = "a", Availability = text });

        Assert.Null(contract);
        Assert.Equal((FactPath.Availability, "ZOO1009"), (Assert.Single(problems).Path, problems[0].RuleId));
    }

    [Fact]
    public void A_client_without_a_name_is_called_by_its_id()
        => Assert.Equal("a", ContractReader.Read(new() { Id = "a" }).Contract!.Name);

    [Fact]
    public void A_client_without_promises_has_no_sla()
        => Assert.Null(ContractReader.Read(new() { Id = "a" }).Contract!.Sla);

    [Theory]
    [InlineData('-')]
    [InlineData('\u2010')]
    [InlineData('\u2013')]
    [InlineData('\u2015')]
    [InlineData('\u2212')]
    public void Every_dash_of_print_is_read(char dash)
        => Assert.Equal("Mon 02:00-04:00 UTC", Windows.One("Mon", $"02:00{dash}04:00 UTC").ToString());

    [Fact]
    public void Days_are_sorted_and_named_once()
        => Assert.Equal("Mon, Wed, Sun 02:00-04:00 UTC", Windows.One("sunday,Wed,MON,mon", "02:00-04:00 UTC").ToString());
}
