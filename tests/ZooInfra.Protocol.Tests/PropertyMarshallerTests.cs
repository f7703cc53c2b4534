using CsCheck;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ZooInfra.Protocol.Tests;

public class PropertyMarshallerTests
{
    private const string Key = "4dabf18193072939515e22adb298388d";

    [Fact]
    public void What_is_written_with_everything_kept_is_read_back_equal()
        => Values.Map.Sample(map => Through(map, MarshalOptions.KeepAll).Equals(map));

    [Fact]
    public void Plain_text_has_no_marks_of_any_kind() => Values.Map.Sample(map =>
    {
        var plain = Through(map, MarshalOptions.Plain);
        Assert.DoesNotContain(plain.Values, value => Any(value, part => part is PropertyValue.SecretValue or PropertyValue.OutputValue or PropertyValue.ResourceValue));
    });

    [Fact]
    public void Writing_once_more_changes_nothing() => Values.Map.Sample(map =>
    {
        foreach (var options in new[] { MarshalOptions.Plain, MarshalOptions.NoOutputs, MarshalOptions.KeepAll })
        {
            var once = Through(map, options);
            Assert.Equal(once, Through(once, options));
        }
    });

    [Fact]
    public void Equal_values_have_equal_hash_codes() => Values.Map.Sample(map =>
    {
        var copy = Through(map, MarshalOptions.KeepAll);
        Assert.Equal(map.GetHashCode(), copy.GetHashCode());
    });

    [Fact]
    public void An_output_value_becomes_the_nearest_mark_where_outputs_are_not_kept()
    {
        var secret = new PropertyValue.OutputValue(PropertyValue.Of("x"), true, ["urn"]);
        var unknown = new PropertyValue.OutputValue(null, false, ["urn"]);
        var secretUnknown = new PropertyValue.OutputValue(null, true, ["urn"]);
        Assert.Equal(PropertyValue.Secret(PropertyValue.Of("x")), Through(secret, MarshalOptions.NoOutputs));
        Assert.Equal(PropertyValue.Unknown, Through(unknown, MarshalOptions.NoOutputs));
        Assert.Equal(PropertyValue.Of("x"), Through(secret, MarshalOptions.Plain));
        Assert.Equal(PropertyValue.Secret(PropertyValue.Unknown), Through(secretUnknown, MarshalOptions.NoOutputs));
    }

    [Fact]
    public void A_reference_becomes_an_id_or_a_urn_where_references_are_not_kept()
    {
        Assert.Equal(PropertyValue.Of("id"), Through(new PropertyValue.ResourceValue("urn", "id", "1.0.0"), MarshalOptions.Plain));
        Assert.Equal(PropertyValue.Unknown, Through(new PropertyValue.ResourceValue("urn", "", ""), MarshalOptions.Plain));
        Assert.Equal(PropertyValue.Of("urn"), Through(new PropertyValue.ResourceValue("urn", null, ""), MarshalOptions.Plain));
    }

    [Theory]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void Every_sentinel_is_read_as_unknown(string sentinel)
        => Assert.Equal(PropertyValue.Unknown, PropertyMarshaller.FromValue(Value.ForString(sentinel)));

    [Fact]
    public void An_unknown_id_of_a_reference_may_be_a_sentinel_or_empty()
    {
        var sentinel = Signed("5cf8f73096256a8f31e491e813e4eb8e", ("urn", Value.ForString("u")), ("id", Value.ForString("04da6b54-80e4-46f7-96ec-b56ff0331ba9")));
        Assert.Equal(new PropertyValue.ResourceValue("u", "", ""), PropertyMarshaller.FromValue(sentinel));
    }

    [Fact]
    public void A_secret_in_a_secret_is_one_secret()
        => Assert.Equal(PropertyValue.Secret(PropertyValue.Of(1)), PropertyMarshaller.FromValue(Signed("1b47061264138c4ac30d75fd1eb44270", ("value", Signed("1b47061264138c4ac30d75fd1eb44270", ("value", Value.ForNumber(1)))))));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.0)]
    [InlineData(double.MaxValue)]
    public void Any_number_is_read_back(double number)
        => Assert.Equal(PropertyValue.Of(number), Through(PropertyValue.Of(number), MarshalOptions.KeepAll));

    [Fact]
    public void A_string_of_fifty_mebibytes_is_read_back()
    {
        var text = PropertyValue.Of(new string('x', 50 * 1024 * 1024));
        Assert.Equal(text, Through(text, MarshalOptions.KeepAll));
    }

    [Fact]
    public void Wrong_special_objects_are_refused_with_their_place()
    {
        Refused(Value.ForStruct(new() { Fields = { [Key] = Value.ForString("nonsense") } }), "Property 'a' is a special object of unknown kind.");
        Refused(Value.ForStruct(new() { Fields = { [Key] = Value.ForNumber(1) } }), "Property 'a' is a special object of unknown kind.");
        Refused(Signed("1b47061264138c4ac30d75fd1eb44270"), "Property 'a' is a special object without 'value'.");
        Refused(Value.ForList(Signed("5cf8f73096256a8f31e491e813e4eb8e")), "Property 'a[0]' is a special object without 'urn'.");
        Refused(Signed("5cf8f73096256a8f31e491e813e4eb8e", ("urn", Value.ForNumber(1))), "Property 'a' is a special object whose 'urn' is not text.");
        Refused(Signed("0def7320c3a5731c473e5ecbe6d01bc7", ("assets", Value.ForNumber(1))), "Property 'a' is an archive whose 'assets' is not an object.");
        Refused(Signed("0def7320c3a5731c473e5ecbe6d01bc7", ("assets", Value.ForStruct(new() { Fields = { ["x"] = Value.ForNumber(1) } }))), "Property 'a' is an archive whose member 'x' is neither an asset nor an archive.");
        Refused(Signed("d0e6a833031e9bbcd3f4e8bde6ca49a4", ("dependencies", Value.ForList(Value.ForNumber(1)))), "Property 'a' is a special object whose 'dependencies' is not text.");
    }

    [Fact]
    public void Bytes_at_random_are_read_or_refused_but_never_anything_else() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        try
        {
            PropertyMarshaller.FromStruct(DeepMessages.Parse<Struct>(bytes));
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or FormatException)
        {
            // Refused.
        }
    });

    [Fact]
    public void Damaged_and_truncated_messages_are_read_or_refused_but_never_anything_else()
        => Gen.Select(Values.Map, Gen.Int[0, 10_000], Gen.Byte, Gen.Bool).Sample((map, at, value, truncate) =>
        {
            var bytes = PropertyMarshaller.ToStruct(map, MarshalOptions.KeepAll).ToByteArray();
            if (bytes.Length == 0)
            {
                return;
            }

            bytes[at % bytes.Length] = value;
            try
            {
                PropertyMarshaller.FromStruct(DeepMessages.Parse<Struct>(truncate ? bytes[..(at % bytes.Length)] : bytes));
            }
            catch (Exception e) when (e is InvalidProtocolBufferException or FormatException)
            {
                // Refused.
            }
        });

    private static PropertyMap Through(PropertyMap map, MarshalOptions options)
        => PropertyMarshaller.FromStruct(Struct.Parser.ParseFrom(PropertyMarshaller.ToStruct(map, options).ToByteArray()));

    private static PropertyValue Through(PropertyValue value, MarshalOptions options)
        => PropertyMarshaller.FromValue(Value.Parser.ParseFrom(PropertyMarshaller.ToValue(value, options).ToByteArray()));

    private static Value Signed(string kind, params (string Name, Value Value)[] parts)
    {
        var fields = new Struct { Fields = { [Key] = Value.ForString(kind) } };
        foreach (var (name, value) in parts)
        {
            fields.Fields.Add(name, value);
        }

        return Value.ForStruct(fields);
    }

    private static void Refused(Value value, string message)
        => Assert.Equal(message, Assert.Throws<FormatException>(() => PropertyMarshaller.FromStruct(new() { Fields = { ["a"] = value } })).Message);

    private static bool Any(PropertyValue value, Func<PropertyValue, bool> test) => test(value) || value switch
    {
        PropertyValue.ArrayValue array => array.Items.Any(item => Any(item, test)),
        PropertyValue.ObjectValue map => map.Properties.Values.Any(item => Any(item, test)),
        PropertyValue.SecretValue secret => Any(secret.Inner, test),
        _ => false,
    };
}
