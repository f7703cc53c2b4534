namespace Pulumi;

/// <summary>A failure of the program that its message explains; no stack trace is shown.</summary>
public class RunException : Exception
{
    /// <summary>A failure.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with a cause.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
