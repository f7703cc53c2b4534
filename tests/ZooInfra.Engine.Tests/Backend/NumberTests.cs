using System.Text;
using System.Text.Json;
using ZooInfra.Engine.Secrets;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Tests.Backend;

public sealed class NumberTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e300)]
    public void A_number_that_JSON_cannot_write_comes_back(double number)
    {
        var codec = new SecretCodec(new StackSecrets("dev", null, () => null));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            PropertyJson.Write(json, PropertyMap.Empty.With("n", PropertyValue.Of(number)), codec);
        }

        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(buffer.ToArray()));
        Assert.Equal(number, ((PropertyValue.NumberValue)PropertyJson.ReadMap(document.RootElement, codec)["n"]).Value);
    }
}
