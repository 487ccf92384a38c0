"""What the API answers, a file a subject as in `routes/`. Answers with figures say of which version and as of when."""
