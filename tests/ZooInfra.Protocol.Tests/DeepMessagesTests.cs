using System.Runtime.ExceptionServices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace ZooInfra.Protocol.Tests;

public class DeepMessagesTests
{
    // Smaller than the stack of any thread that the platforms make by default.
    private const int SmallStack = 896 * 1024;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Properties_are_written_and_read_back_down_to_the_limit_on_a_small_stack(bool lists) => OnSmallStack(() =>
    {
        var deep = PropertyMap.Empty.With("deep", Nested(DeepMessages.MaxNesting - 2, lists));
        var bytes = PropertyMarshaller.ToStruct(deep, MarshalOptions.KeepAll).ToByteArray();
        var read = PropertyMarshaller.FromStruct(DeepMessages.Parse<Struct>(bytes));
        Assert.Equal(deep, read);
        Assert.Equal(deep.GetHashCode(), read.GetHashCode());
    });

    [Fact]
    public void Deeper_properties_are_not_written()
    {
        var error = Assert.Throws<FormatException>(() => PropertyMarshaller.ToStruct(PropertyMap.Empty.With("deep", Nested(DeepMessages.MaxNesting + 1, false)), MarshalOptions.KeepAll));
        Assert.Contains("is nested deeper than 500 levels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_ten_thousand_levels_is_refused_on_a_small_stack() => OnSmallStack(() =>
    {
        var error = Assert.Throws<InvalidProtocolBufferException>(() => DeepMessages.Parse<Struct>(HostileStruct(10_000)));
        Assert.Contains("levels of nesting", error.Message, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public void A_message_within_protobufs_limit_and_beyond_ours_is_refused_with_its_place()
    {
        var value = Value.ForNumber(1);
        for (var i = 0; i < DeepMessages.MaxNesting + 5; i++)
        {
            value = Value.ForList(value);
        }

        var error = Assert.Throws<FormatException>(() => PropertyMarshaller.FromStruct(new() { Fields = { ["a"] = value } }));
        Assert.StartsWith("Property 'a[0][0]", error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 400, error.Message);
    }

    private static PropertyValue Nested(int levels, bool lists)
    {
        var value = PropertyValue.Of("bottom");
        for (var i = 0; i < levels; i++)
        {
            value = lists ? PropertyValue.Of([value]) : PropertyValue.Of(PropertyMap.Empty.With("k", value));
        }

        return value;
    }

    /// <summary>The bytes of nested structs, written without Protobuf, whose own writer would not come back from this depth.</summary>
    private static byte[] HostileStruct(int levels)
    {
        // Inside out, so written backwards: fields { key: "k" value { struct_value { ... } } }.
        var bytes = new List<byte>();
        for (var i = 0; i < levels; i++)
        {
            Prepend(bytes, 0x2a);
            Prepend(bytes, 0x12);
            bytes.AddRange([(byte)'k', 1, 0x0a]);
            Prepend(bytes, 0x0a);
        }

        bytes.Reverse();
        return [.. bytes];

        static void Prepend(List<byte> bytes, byte tag)
        {
            var length = new List<byte>();
            for (var rest = (uint)bytes.Count; ; rest >>= 7)
            {
                length.Add((byte)(rest > 127 ? rest | 128 : rest));
                if (rest <= 127)
                {
                    break;
                }
            }

            length.Reverse();
            bytes.AddRange(length);
            bytes.Add(tag);
        }
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
