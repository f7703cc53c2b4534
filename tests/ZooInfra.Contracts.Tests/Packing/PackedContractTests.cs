using NodaTime;

namespace ZooInfra.Contracts.Tests.Packing;

public sealed class PackedContractTests
{
    [Fact]
    public void Every_member_of_every_record_survives()
    {
        var full = (TenantContract)Filled(typeof(TenantContract), 1);

        Assert.Equal(full, PackedContract.Unpack(PackedContract.Pack(full)));
        Assert.All(typeof(TenantContract).GetProperties(), member => Assert.Contains(member.Name + ":", PackedContract.Pack(full), StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_stated_is_not_written()
        => Assert.Equal("(Id:'c',Name:'C')", PackedContract.Pack(new("c", "C", null, null, default, default, default)));

    [Fact]
    public void A_value_that_may_be_missing_survives_also_when_it_is_zero()
    {
        var contract = new TenantContract("c", "", null, default(BillingModel), default, new([new RegimeScope(default, 0, "")]), default);

        Assert.Equal(contract, PackedContract.Unpack(PackedContract.Pack(contract)));
    }

    [Fact]
    public void Any_text_survives()
        => CsCheck.Check.Sample(CsCheck.Gen.String[CsCheck.Gen.OneOf(CsCheck.Gen.Char, CsCheck.Gen.Char[" ',()[]:\\\n"])], text =>
        {
            var contract = new TenantContract(text, text, null, null, default, default, new([new StoryCard(text, new([text, text]), default, null, true, text)]));
            Assert.Equal(contract, PackedContract.Unpack(PackedContract.Pack(contract)));
        });

    [Theory]
    [InlineData("")]
    [InlineData("(")]
    [InlineData("(Id:'c',Name:'C'")]
    [InlineData("(Id:'c',Name:'C)")]
    [InlineData("(Id:'c',Name:'C'))")]
    [InlineData("(Id:'c' Name:'C')")]
    [InlineData("(Id:c)")]
    [InlineData("(Id)")]
    [InlineData("(Unheard:'of')")]
    [InlineData("(Billing:Unheard)")]
    [InlineData("(PatchWindows:[(Days:[Mon)])])")]
    [InlineData("(PatchWindows:[(Start:24:00)])")]
    [InlineData("(PatchWindows:[(Start:2)])")]
    [InlineData("(Sla:(Response:99999999999999999999))")]
    [InlineData("(Sla:(Availability:(PartsPerMillion:x)))")]
    [InlineData("(Cards:[(Deadline:2027-02-30)])")]
    [InlineData("(Cards:[(SandboxTest:perhaps)])")]
    public void Text_that_is_no_contract_says_so(string text)
    {
        var problem = Assert.Throws<FormatException>(() => PackedContract.Unpack(text));

        Assert.Contains("build again", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>A value of the type in which nothing has its default; <paramref name="seed"/> makes values differ.</summary>
    private static object Filled(Type type, int seed)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            var item = type.GetGenericArguments()[0];
            var items = Array.CreateInstance(item, 2);
            items.SetValue(Filled(item, seed), 0);
            items.SetValue(Filled(item, seed + 1), 1);
            return Activator.CreateInstance(type, items)!;
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => $"it's {seed}, (so) [it] is: é",
            TypeCode.Boolean => true,
            TypeCode.Int32 => seed + 7,
            TypeCode.Decimal => seed + 0.25m,
            _ when type == typeof(ContractDuration) => new ContractDuration(Duration.FromSeconds(3600 + seed)),
            _ when type == typeof(LocalTime) => new LocalTime(3, seed),
            _ when type == typeof(LocalDate) => new LocalDate(2027, 3, seed),
            _ when type == typeof(Instant) => Instant.FromUnixTimeTicks(-12_345_678_901 * seed),
            _ => FilledRecord(type, seed),
        };
    }

    private static object FilledRecord(Type type, int seed)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([.. parameters.Select((parameter, i) => Filled(parameter.ParameterType, seed + i))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && !parameters.Any(parameter => parameter.Name == property.Name)))
        {
            property.SetValue(made, Filled(property.PropertyType, seed + 1));
        }

        return made;
    }
}
